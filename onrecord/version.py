"""The engine's version: raise it whenever a change can alter what `analyse` answers."""

VERSION = "0.5.0"
