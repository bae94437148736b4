"""Training data, training and evaluation of SceneGen."""
