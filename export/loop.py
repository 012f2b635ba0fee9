"""An event loop in a thread of its own, so that any thread can ask it and none can block it."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from threading import Thread
from typing import Any, TypeVar

_T = TypeVar("_T")


class LoopThread:
    """Runs coroutines for other threads until it is closed."""

    def __init__(self, name: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Coroutine[Any, Any, _T]) -> Future[_T]:
        """Start ``work``; cancelling the answer cancels the work."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def close(self, seconds: float) -> None:
        """Cancel all work, let it clean up for at most ``seconds``, and end the thread.

        Raises:
            TimeoutError: when some work does not end.
        """
        try:
            self.submit(_cancel_the_rest()).result(seconds)
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(seconds)
        if not self._thread.is_alive():
            self._loop.close()


async def _cancel_the_rest() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
