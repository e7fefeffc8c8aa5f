"""Running students' code in another process than the one that decides the grade."""
