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
    import gc

    # Python searches all that is left for cycles, several times over, before it ends; what is
    # frozen is left to the system, which takes it back at once. That is a quarter of a run.
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    """The exit code."""
    try:
        import gc
        import os

        # A run is short and makes few cycles. To start takes some 100,000 objects that stay, and
        # to look through them for cycles even once takes a twentieth of it.
        gc.set_threshold(300_000)
        # Products of matrices are small here: further threads would only wait for them, busily.
        # Processes inherit this, and are what runs side by side in a batch.
        for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
            os.environ.setdefault(name, "1")
        from ipscost.cli import main
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("interrupted; nothing was written\n")
        return INTERRUPTED
    return main()


if __name__ == "__main__":
    run()
