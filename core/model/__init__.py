"""SceneGen, the scene-centred generator: codec, scene encoder, draft heads, flow-matching generator."""
