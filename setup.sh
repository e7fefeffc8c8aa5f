# Make a virtual environment in .venv, activate it, and install the kit:  . ./setup.sh
python3 -m venv .venv && . .venv/bin/activate && python -m pip install --quiet .
