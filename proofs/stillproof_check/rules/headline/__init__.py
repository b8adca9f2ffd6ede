"""What a protocol is praised for: the code, its map, threshold, suppression of errors, and yield."""
