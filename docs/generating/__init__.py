"""What Sphinx generates for the site from the kit itself, so that it cannot become untrue."""
