"""The parts of the procedural scene behind ``core.simulate``."""
