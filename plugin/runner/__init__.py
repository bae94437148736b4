"""Runners: whatever runs a job, on this computer or elsewhere, behind one interface."""
