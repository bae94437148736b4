"""What strangers send, checked: headers by our own reader, pixels in a child process, polygons and CRS by rule."""
