"""Wrong and right solutions of the kinds that chance hardly meets: each wrong in its own corner."""
