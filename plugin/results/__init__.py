"""Results as layers: what is in the files (:mod:`.facts`), how they look, what they say, where they go."""
