"""What QGIS is given as ``--code``: runs the script that SCENEFILL_WINDOW_SCRIPT names once the window is there."""

import driver

driver.start()
