"""Keep pytest from importing what must only ever run in a worker."""

collect_ignore_glob = ["submissions/*"]
