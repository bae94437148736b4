"""The sentences of error codes: what is wrong, and what to do about it. Functions, as the language may change."""

from __future__ import annotations

from ..plugin.i18n import tr

Texts = dict[str, tuple[str, str]]


def titles() -> dict[str, str]:
    """Titles of the families of errors."""
    return {
        "form": tr("Something is missing"),
        "job": tr("The job is not right"),
        "layer": tr("A layer cannot be used"),
        "grid": tr("The area does not fit"),
        "model": tr("The model cannot be used"),
        "machine": tr("This computer cannot do it"),
        "server": tr("The server cannot be used"),
        "cancelled": tr("Cancelled"),
        "other": tr("Something went wrong"),
    }


def form_texts() -> Texts:
    """What a form lacks."""
    return {
        "no-area": (
            tr("There is no area to work on."),
            tr("Choose an area, or add a layer whose extent is used."),
        ),
        "no-inputs": (
            tr("There are no layers to work from."),
            tr("Add a layer under “What you have”, or imagine a scene, which needs none."),
        ),
        "no-targets": (tr("No modality to draw is chosen."), tr("Choose at least one.")),
        "no-gaps": (tr("Nothing says what counts as a gap."), tr("Choose nodata, clouds, a mask or polygons.")),
        "no-bands": (
            tr("What the bands of a layer are is not known."),
            tr("Choose its bands, or remove the layer."),
        ),
        "no-selection": (
            tr("Nothing is selected in the polygon layer."),
            tr("Select the polygons that are to be filled, or use all of the layer."),
        ),
        "not-polygons": (tr("The layer does not hold polygons."), tr("Choose a layer of polygons.")),
        "run-active": (tr("A run is going on."), tr("Wait for it to end, or cancel it.")),
        "no-polygons": (
            tr("The layer has no polygons to use."),
            tr("Select some, use all of its features, or choose another layer."),
        ),
        "no-classes": (
            tr("The band is neither classes nor quality bits."),
            tr("Choose the band with the classes, or a mask."),
        ),
        "bad-class-values": (
            tr("The list of values cannot be read."),
            tr("Give whole numbers and ranges, such as 3, 8-10."),
        ),
        "bad-fill": (
            tr("The layer to fill has no band of the modality, or no gaps."),
            tr("Correct its bands, choose another layer, or say what counts as a gap."),
        ),
        "too-large": (
            tr("The area has more pixels than a job may have."),
            tr("Choose a smaller area or larger pixels."),
        ),
    }


def job_texts() -> Texts:
    """What is wrong in a job's JSON; the place is in the details."""
    hint = tr("Correct the job file; the details name the place.")
    return {
        "job-not-json": (tr("The job is not readable JSON."), hint),
        "job-schema": (tr("This is not a job that this version of SceneFill reads."), tr("Update SceneFill.")),
        "duplicate-member": (tr("A member of the job is given twice."), hint),
        "unknown-member": (tr("The job has a member that jobs do not have."), hint),
        "missing-member": (tr("A member of the job is missing."), hint),
        "wrong-type": (tr("A value of the job is of the wrong type."), hint),
        "bad-value": (tr("A value is not possible."), tr("Correct it; the details name it.")),
        "unknown-modality": (tr("There is no such modality."), hint),
        "unknown-mode": (tr("There is no such sampling mode."), hint),
        "unknown-gap-kind": (tr("There is no such kind of gap."), hint),
        "output-exists": (
            tr("The output folder holds results of something else."),
            tr("Choose an empty folder."),
        ),
        "nothing-to-resume": (tr("There is no unfinished run in the folder."), tr("Start a new run.")),
        "resume-mismatch": (
            tr("The unfinished run in the folder is that of another job, or its files have changed."),
            tr("Start a new run into another folder."),
        ),
    }


def layer_texts() -> Texts:
    """What is wrong with a file."""
    return {
        "missing-file": (tr("A file is not there."), tr("Check that it was not moved or deleted.")),
        "unreadable-raster": (
            tr("A raster cannot be read."),
            tr("Check the file, or save the layer as GeoTIFF and use that."),
        ),
        "unreadable-vector": (
            tr("The polygons cannot be read."),
            tr("Save them as GeoPackage and use that."),
        ),
        "unsupported-layer": (
            tr("The pixels of a layer cannot be read from here."),
            tr("Export it as GeoTIFF and use that."),
        ),
        "service-failed": (
            tr("A web layer could not be fetched."),
            tr("Check the network and the layer, or choose a smaller area."),
        ),
        "not-fetched": (
            tr("A web layer has to be copied before a job can name it."),
            tr("Export it as GeoTIFF and use that."),
        ),
        "no-crs": (tr("A layer has no CRS, or one that is not known."), tr("Assign its CRS and save it again.")),
        "no-band": (tr("A layer does not have the band that was chosen."), tr("Correct the bands of the layer.")),
        "complex-raster": (
            tr("A layer holds complex numbers."),
            tr("Turn it into backscatter first: amplitude, power or dB."),
        ),
        "no-bands-for-clouds": (
            tr("Clouds cannot be found without the red, green and blue bands."),
            tr("Assign these bands, or give the clouds as a mask or as polygons."),
        ),
        "rotated-grid": (tr("A raster is rotated or sheared."), tr("Warp it to a north-up grid first.")),
        "fill-grid": (
            tr("The layer to fill does not lie on the pixels of the working grid."),
            tr("Choose the layer to fill as reference, or warp it first."),
        ),
        "not-finite": (tr("A layer holds values that are no numbers."), tr("Set them to nodata.")),
    }


def grid_texts() -> Texts:
    """What is wrong with the place."""
    return {
        "no-overlap": (
            tr("A layer does not touch the area."),
            tr("Choose an area that the layer covers, and check that its CRS is right."),
        ),
        "antimeridian": (tr("The area crosses the 180° meridian."), tr("Split it there.")),
        "crs-transform": (
            tr("There is no transformation between two of the CRS."),
            tr("Warp the layer to the CRS of the others first."),
        ),
        "bad-grid": (tr("The working grid is not one that a raster can have."), tr("Choose another area.")),
        "bad-window": (tr("A window of the grid is not possible."), tr("Choose another area.")),
    }


def model_texts() -> Texts:
    """What is wrong with the weights."""
    again = tr("Install SceneFill again.")
    return {
        "no-model": (tr("No model is installed."), again),
        "unknown-model": (tr("There is no model of this name."), tr("Choose an installed one.")),
        "unknown-model-size": (tr("The model is of a size that is not known."), again),
        "model-checksum": (tr("A file of the model is missing or was changed."), again),
        "model-format": (tr("A file of the model is not in the safetensors format."), again),
        "model-manifest": (tr("The manifest of the model is broken."), again),
        "model-schema": (
            tr("The model was made for another version of SceneFill."),
            tr("Use a model for this version."),
        ),
        "model-nan": (
            tr("The model drew values that are no numbers."),
            tr("Check units and scales of the layers; then copy the diagnostics and report it."),
        ),
        "registry-schema": (tr("The list of modalities is of another version of SceneFill."), again),
    }


def machine_texts() -> Texts:
    """What the computer lacks."""
    return {
        "disk-full": (
            tr("The disk is full."),
            tr("Free some space, then resume the run; or choose another folder."),
        ),
        "no-memory": (
            tr("The memory of this computer is exhausted."),
            tr("Close other programs, then resume the run."),
        ),
        "cannot-write": (tr("A result could not be written."), tr("Check the folder and its permissions.")),
        "folder-busy": (
            tr("Another run writes to this folder."),
            tr("Wait until it has ended, or choose another folder."),
        ),
        "folder-not-writable": (tr("Nothing can be written to the folder."), tr("Choose another folder.")),
        "file-system": (tr("The file system reported an error."), tr("Check the folder and its permissions.")),
        "bad-cache": (tr("A file of the cache is broken."), tr("Delete the cache and try again.")),
    }
