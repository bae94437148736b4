"""SceneGen: shapes and meaning of its parts, saving and loading, and the paper-scale configuration."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
import torch
from scenefill.core.errors import SceneFillError
from scenefill.core.model.conditioning import input_features, scene_features
from scenefill.core.model.config import CONFIGS, SceneGenConfig, model_config
from scenefill.core.model.dates import day_of_year, days_between
from scenefill.core.model.encoder import SceneInput
from scenefill.core.model.export import write_untrained
from scenefill.core.model.pipeline import build_pipeline, load_pipeline
from scenefill.core.model.runtime import Observation, SceneModel
from scenefill.core.model.store import read_manifest, verify_files

SIZE = 64


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models") / "toy"
    write_untrained(folder, "toy", seed=3)
    return folder


@pytest.fixture(scope="module")
def pipeline(toy):
    return load_pipeline(toy, torch.float32)


def features(batch=1):
    return input_features(*(torch.full((batch,), v) for v in (10.0, 10.0, 100.0, 0.0)))


def scene(batch=1):
    return scene_features(torch.full((batch,), 10.0), torch.full((batch,), float("nan")))


def entry(modality, bands, seed=0, mask=None):
    values = torch.randn(1, bands, SIZE, SIZE, generator=torch.Generator().manual_seed(seed))
    return SceneInput(modality, values, torch.ones_like(values) if mask is None else mask, features())


def infer(pipeline, inputs, guide=None):
    with torch.no_grad():
        return pipeline.infer_scene(inputs, scene(), (SIZE, SIZE), guide)


def test_channel_order_survives_saving(pipeline):
    modalities = dict(pipeline.codec.modalities)
    assert list(modalities) == list(CONFIGS["toy"].modalities)
    assert next(iter(pipeline.codec.slices())) == "optical"


def test_what_is_masked_does_not_matter(pipeline):
    """Values under a zero mask never reach the scene, NaN-free garbage included."""
    mask = (torch.rand(1, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(5)) > 0.5).float()
    first = entry("optical", 3, mask=mask)
    garbage = SceneInput("optical", torch.where(mask > 0, first.values, 1e3), mask, first.features)
    assert torch.equal(infer(pipeline, [first]).mean, infer(pipeline, [garbage]).mean)


def test_absent_input_is_as_if_not_given(pipeline):
    optical = entry("optical", 3)
    absent = entry("sar", 2, mask=torch.zeros(1, 2, SIZE, SIZE))
    with_absent, without = infer(pipeline, [optical, absent]).mean, infer(pipeline, [optical]).mean
    assert torch.allclose(with_absent, without, atol=1e-5)
    present = infer(pipeline, [optical, entry("sar", 2)]).mean
    assert not torch.allclose(present, without, atol=1e-3)


def test_order_of_inputs_does_not_matter(pipeline):
    a, b = entry("optical", 3, 1), entry("optical", 3, 2)
    assert torch.allclose(infer(pipeline, [a, b]).mean, infer(pipeline, [b, a]).mean, atol=1e-5)


def test_observed_pixels_of_a_target_stay(pipeline):
    truth = torch.randn(1, 2, SIZE, SIZE, generator=torch.Generator().manual_seed(8))
    mask = torch.zeros_like(truth)
    mask[..., : SIZE // 2] = 1
    drawn = pipeline(
        [entry("optical", 3)],
        scene(),
        (SIZE, SIZE),
        ["sar"],
        known={"sar": (truth, mask)},
        steps=3,
        generator=torch.Generator().manual_seed(1),
    )["sar"]
    assert torch.allclose(drawn[mask > 0], truth[mask > 0], atol=1e-4)
    assert (drawn - truth)[mask == 0].abs().mean() > 0.1


def test_steps_and_seeds(pipeline):
    def draw(steps, seed):
        return pipeline(
            [entry("optical", 3)],
            scene(),
            (SIZE, SIZE),
            ["sar"],
            steps=steps,
            generator=torch.Generator().manual_seed(seed),
        )["sar"]

    assert torch.equal(draw(2, 1), draw(2, 1))
    assert not torch.equal(draw(2, 1), draw(2, 2))
    assert torch.equal(draw(0, 1), draw(0, 2)), "a draft has no randomness"


def test_guide_is_silent_when_zero_and_heard_otherwise(pipeline):
    bands = sum(pipeline.codec.modalities.values())
    optical = [entry("optical", 3)]
    none, zero = infer(pipeline, optical).mean, infer(pipeline, optical, torch.zeros(1, bands, 8, 8)).mean
    assert torch.equal(none, zero)
    assert not torch.allclose(none, infer(pipeline, optical, torch.ones(1, bands, 8, 8)).mean, atol=1e-3)


def test_nano_fits_its_budget():
    with torch.device("meta"):
        pipeline = build_pipeline(model_config("nano"))
    count = sum(p.numel() for name in ("encoder", "heads", "generator") for p in getattr(pipeline, name).parameters())
    assert count <= 10_000_000
    assert 2 * count <= 20_000_000


def test_paper_scale_runs_on_the_meta_device():
    config = model_config("paper")
    with torch.device("meta"):
        pipeline = build_pipeline(config)
        size, batch = config.window, 2
        feature = torch.zeros(batch, 8)
        values = torch.zeros(batch, 3, size, size)
        inputs = [SceneInput("optical", values, torch.ones_like(values), feature)]
        draft = pipeline.infer_scene(inputs, torch.zeros(batch, 4), (size, size))
        latents = torch.zeros_like(draft.mean)
        residual = pipeline.generator(
            latents, draft.mean, latents, torch.ones(batch, 7), draft.scene_map, torch.zeros(batch)
        )
        pixels = pipeline.codec.decode("infrared", residual[:, pipeline.codec.slices()["infrared"]])
        encoded = pipeline.codec.encode("infrared", pixels)
    assert residual.shape == (batch, 7 * config.latent_channels, size // 8, size // 8)
    assert pixels.shape == (batch, 3, size, size)
    assert encoded.shape == (batch, config.latent_channels, size // 8, size // 8)
    total = sum(p.numel() for name in ("encoder", "heads", "generator") for p in getattr(pipeline, name).parameters())
    assert 1.1e9 < total < 1.5e9


def test_transformer_and_autoencoder_draw_at_toy_width(tmp_path):
    """The scale-up path end to end with real arithmetic: encode, infer, draw by attention, decode, save, load."""
    config = SceneGenConfig(
        "toy-paper",
        {
            "sample_size": 16,
            "patch_size": 2,
            "num_layers": 2,
            "attention_head_dim": 8,
            "num_attention_heads": 2,
            "pos_embed_max_size": 16,
        },
        codec="autoencoder-kl",
        latent_factor=4,
        latent_channels=4,
        codec_options={"block_out_channels": (8, 8, 8), "layers_per_block": 1, "norm_num_groups": 4},
        scene_channels=16,
        trunk_channels=(16, 16),
        trunk_blocks=1,
        fusion_groups=4,
        generator="transformer",
    )
    pipeline = build_pipeline(config)
    pipeline.save_pretrained(tmp_path / "model")
    again = load_pipeline(tmp_path / "model", torch.float32)

    def draw(model):
        return model(
            [entry("optical", 3)],
            scene(),
            (SIZE, SIZE),
            ["sar", "infrared"],
            steps=2,
            generator=torch.Generator().manual_seed(0),
        )

    first, second = draw(pipeline), draw(again)
    assert first["sar"].shape == (1, 2, SIZE, SIZE)
    assert torch.isfinite(first["infrared"]).all()
    assert torch.allclose(first["sar"], second["sar"], atol=1e-5)
    # Gradients reach every part: it can be trained, not only run.
    draft = pipeline.infer_scene([entry("optical", 3)], scene(), (SIZE, SIZE))
    one = torch.ones(1, 7)
    noise = torch.randn_like(draft.mean)
    pipeline.generator(noise, draft.mean, noise, one, draft.scene_map, torch.ones(1)).square().mean().backward()
    assert pipeline.generator.tokens.weight.grad.abs().sum() > 0
    assert pipeline.encoder.stems["optical"].project.weight.grad.abs().sum() > 0


def window(rng, gap=False):
    optical = rng.uniform(0.02, 0.3, (3, 128, 128)).astype(np.float32)
    mask = np.ones(optical.shape, bool)
    if gap:
        mask[:, 30:90, 40:100] = False
    sar = rng.normal(-12, 3, (2, 128, 128)).astype(np.float32)
    return [
        Observation("optical", optical, mask, 10.0, "2020-06-01"),
        Observation("sar", sar, np.ones(sar.shape, bool), 10.0, "2020-06-11"),
    ]


def test_batch_mates_order_and_threads_do_not_change_a_bit(toy):
    model = SceneModel.load(str(toy))
    rng = np.random.default_rng(0)
    windows = [window(rng, gap=True) for _ in range(5)]

    def draw(chosen):
        def noise(index, sample, modality):
            channels, _ = model.noise_shape(modality)
            return np.random.default_rng([chosen[index], sample]).normal(size=(channels, 128, 128))

        known = [{"optical": (w[0].values, w[0].mask)} for w in windows]
        return model.draw(
            [windows[i] for i in chosen],
            10.0,
            (128, 128),
            [None] * len(chosen),
            ("optical", "infrared"),
            [known[i] for i in chosen],
            noise,
            steps=2,
            samples=2,
            date="2020-06-01",
        )

    before = torch.get_num_threads()
    straight = draw([0, 1, 2, 3, 4])
    try:
        torch.set_num_threads(1)
        others = {(4, 3, 2, 1, 0): draw([4, 3, 2, 1, 0]), (2,): draw([2])}
    finally:
        torch.set_num_threads(before)
    for chosen, results in others.items():
        for index, result in zip(chosen, results):
            for modality, drawn in result.items():
                assert np.array_equal(drawn.mean, straight[index][modality].mean)
                assert np.array_equal(drawn.std, straight[index][modality].std)
    gap = ~windows[0][0].mask
    assert np.allclose(straight[0]["optical"].mean[~gap], windows[0][0].values[~gap], atol=1e-5)
    assert (straight[0]["optical"].std[gap] > 0).all()


def test_cancelled_between_steps(toy):
    model = SceneModel.load(str(toy))
    calls = []

    def check():
        calls.append(1)
        if len(calls) == 3:
            raise SceneFillError("cancelled", "stop")

    def noise(index, sample, modality):
        return np.zeros((model.noise_shape(modality)[0], 128, 128))

    with pytest.raises(SceneFillError, match="stop"):
        model.draw(
            [window(np.random.default_rng(0))],
            10.0,
            (128, 128),
            [None],
            ("infrared",),
            [{}],
            noise,
            steps=4,
            samples=4,
            check=check,
        )
    assert len(calls) == 3


def test_manifest_is_checked(toy, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(toy, copy)
    manifest = read_manifest(copy)
    verify_files(copy, manifest)
    weights = next(copy.glob("encoder/*.safetensors"))
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(bytes(content))
    with pytest.raises(SceneFillError) as error:
        verify_files(copy, manifest)
    assert error.value.code == "model-checksum"
    shutil.copytree(toy, copy, dirs_exist_ok=True)
    (copy / "heads" / "extra.bin").write_bytes(b"x")
    with pytest.raises(SceneFillError) as error:
        verify_files(copy, manifest)
    assert error.value.code == "model-format"
    data = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps({**data, "schema": "scenefill-model/99"}))
    with pytest.raises(SceneFillError) as error:
        SceneModel.load(str(copy))
    assert error.value.code == "model-schema"
    with pytest.raises(SceneFillError) as error:
        SceneModel.load("no-such-model")
    assert error.value.code == "unknown-model"


def test_weights_of_another_layout_are_refused(toy, tmp_path):
    """The digests are right, but the configuration asks for tensors that the weights do not have."""
    copy = tmp_path / "copy"
    shutil.copytree(toy, copy)
    config = json.loads((copy / "encoder" / "config.json").read_text())
    (copy / "encoder" / "config.json").write_text(json.dumps({**config, "trunk_blocks": 3}))
    with pytest.raises(SceneFillError) as error:
        SceneModel.load(str(copy))
    assert error.value.code == "model-schema"


@pytest.mark.parametrize(
    ("date", "reference", "days"),
    [("2020-03-01", "2020-02-28", 2.0), ("2019", "2019", 0.0), (None, None, 0.0), ("2020-02", "2020-02-15", 0.0)],
)
def test_days_between(date, reference, days):
    assert days_between(date, reference) == days


def test_vague_dates_are_unknown():
    assert np.isnan(days_between("2019", "2020-01-01"))
    assert np.isnan(days_between(None, "2020-01-01"))
    assert np.isnan(day_of_year("2019"))
    assert day_of_year("2020-12-31") == 366
