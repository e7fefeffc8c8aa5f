"""All that runs beside students' code: `fork_server` starts it, `serve` loads and calls.

Nothing of ours is imported here but `imaging.figures`.
"""
