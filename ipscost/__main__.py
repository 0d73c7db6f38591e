"""Where the program starts: the console script, and `python -m ipscost`.

Ctrl-C is heeded before anything is imported; only `sys` is there from the start.
"""

import sys

INTERRUPTED = 130


def run() -> None:
    """Runs the command line and exits with its code."""
    try:
        code = _run()
    except KeyboardInterrupt:  # a second one, while the first is told
        code = INTERRUPTED
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)  # it is over, and the rest would be a traceback of Python's own end
    sys.exit(code)


def _run() -> int:
    """The exit code."""
    try:
        import gc

        # A run is short and makes few cycles; collecting them while it starts is a twentieth of it.
        gc.set_threshold(100_000)
        from ipscost.cli import main
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("interrupted; nothing was written\n")
        return INTERRUPTED
    return main()


if __name__ == "__main__":
    run()
