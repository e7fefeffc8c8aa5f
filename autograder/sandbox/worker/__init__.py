"""All that runs beside students' code."""
