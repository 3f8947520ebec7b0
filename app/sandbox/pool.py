"""Scans many media in child processes; a medium that kills its child costs itself only."""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Self, TypeAlias

from app.sandbox import conversation, protocol
from app.sandbox.conversation import Conversation, EngineInfo, may_need_memory
from app.sandbox.errors import BrokenProtocolError, WorkerStartError
from app.sandbox.limits import Limits
from app.sandbox.process import GRACE_SECONDS, Child, ChildMessage, child_command, reason_of_exit
from app.sandbox.protocol import Kind
from app.sandbox.work_queue import MediaTask, Source, WorkQueue
from face.errors import UnreadableMediaError
from face.types import Reason, Scan

Jobs: TypeAlias = Iterable[tuple[int, Callable[[], Source]]]
"""Pairs of a unique ticket and a function that opens the medium."""

Outcome: TypeAlias = tuple[int, Scan | UnreadableMediaError]
"""A ticket and the result of its medium."""

_MOST_CHILDREN = 2
"""Each takes some 430 MB; more cores go to the models in them. See docs/decisions/0051."""

TICK_SECONDS = 0.1
"""Longest time for which scan_all keeps its caller waiting while nothing is finished."""


class ScannerPool:
    """Child processes that scan media. A context manager that belongs to one thread."""

    def __init__(  # noqa: PLR0913 - whoever starts children says little of this
        self,
        pack: str,
        children: int = 0,
        crops: bool = True,
        models: Path | None = None,
        *,
        thorough: bool = False,
        limits: Limits | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        """Choose the model pack and how many children look at once.

        Args:
            children: 0: two where there are two cores or more, which share the cores.
            crops: Whether small pictures of the faces are wanted.
            models: Folder of packs that the user added; the per-user one if None.
            thorough: Whether to look longer at each face, as is worth while for own photos.
            limits: What a child may use.
            command: Starts a child; that of this program if None.
        """
        cores = os.cpu_count() or 1
        self._count = children or min(cores, _MOST_CHILDREN)
        self._limits = limits or Limits()
        self._command = command or child_command()
        self._told = {
            "pack": pack,
            "models": str(models) if models else None,
            "threads": max(1, cores // self._count),
            "crops": crops,
            "thorough": thorough,
        }
        self._alone = self._count == 1
        self._children: list[Child] = []
        self._announced: dict[Child, EngineInfo] = {}
        self._inbox: Queue[ChildMessage] = Queue()
        self._queue = WorkQueue()
        self._open: dict[MediaTask, None] = {}
        self._outcomes: deque[Outcome] = deque()
        self._too_large: list[tuple[int, Callable[[], Source]]] = []
        self._watched = time.monotonic()

    def __enter__(self) -> Self:
        """Start the children; they load their models while the caller goes on."""
        for _ in range(self._count):
            self._start_child()
        return self

    def __exit__(self, *_: object) -> None:
        """Kill the children and drop all work."""
        self._abandon()
        self._stop_all()

    def engine(self) -> EngineInfo:
        """Wait for the models of a child; raises ModelError and WorkerStartError as scan_all."""
        while not self._announced:
            self._wait()
        return next(iter(self._announced.values()))

    def scan_all(self, jobs: Jobs) -> Generator[Outcome | None, None, None]:
        """Look at each medium and give what came of it, in the order of completion.

        `jobs` are pulled, and their sources opened, only when a child will soon be free, so what
        is held stays bounded. Sources are opened and read in the thread that iterates. None comes
        at least every 0.1 s while nothing is finished (as long as pulling the next job takes no
        longer), so that the caller can report or stop; to stop, close the generator.

        Args:
            jobs: A ticket, different for each, and what opens the medium; it may raise OSError
                or UnreadableMediaError, and is called again for a second look at a medium that
                did not fit into the memory of one child among several.

        Raises:
            ModelError: The pack is missing, damaged or unknown.
            WorkerStartError: A child could not start for another reason.
        """
        try:
            yield from self._look(jobs)
            if self._too_large:
                self._stop_all()
                self._alone = True
                yield from self._look(self._too_large)
        finally:
            self._abandon()
            if self._alone and self._count > 1:
                self._stop_all()
                self._alone = False

    def _look(self, jobs: Jobs) -> Iterator[Outcome | None]:
        waiting = iter(jobs)
        more = True
        while more or self._open or self._outcomes:
            more = more and self._prepare(waiting)
            yield self._outcomes.popleft() if self._outcomes else self._wait()

    def _prepare(self, waiting: Iterator[tuple[int, Callable[[], Source]]]) -> bool:
        """Open media until every child has one waiting; False if there are no more."""
        while len(self._queue) < self._width and not self._outcomes:
            following = next(waiting, None)
            if following is None:
                return False
            self._open_job(*following)
        return True

    def _open_job(self, ticket: int, source: Callable[[], Source]) -> None:
        try:
            job = MediaTask.opened(ticket, source)
        except UnreadableMediaError as error:
            self._outcomes.append((ticket, error))
        else:
            self._open[job] = None
            self._queue.add(job)
            if len(self._children) < min(self._width, len(self._open)):
                self._start_child()

    def _wait(self) -> Outcome | None:
        """Handle the next message, or a child that has been silent for too long."""
        if time.monotonic() - self._watched > TICK_SECONDS:
            self._watched = time.monotonic()
            outcome = self._give_up_the_silent()
            if outcome is not None:
                return outcome
        try:
            heard = self._inbox.get(timeout=TICK_SECONDS)
        except Empty:
            return None
        if heard.child not in self._children:
            return None  # It was stopped meanwhile.
        try:
            return self._hear(heard)
        except BrokenProtocolError as error:
            return self._blame(heard.child, heard.job, Reason.DECODER_LIED, error.what)

    def _hear(self, heard: ChildMessage) -> Outcome | None:
        child, job, kind = heard.child, heard.job, heard.kind
        if kind is None:
            return self._ended(heard)
        if child not in self._announced:
            self._begin(heard)
            return None
        if job is None:
            raise BrokenProtocolError("no job")
        result = Conversation(job, self._announced[child], self._limits).hear(heard)
        if result is None:
            return None
        if kind not in protocol.FINAL:
            self._replace(child, job)
        return self._close(job, result)

    def _begin(self, heard: ChildMessage) -> None:
        if heard.kind == Kind.READY:
            self._announced[heard.child] = conversation.engine_info(heard.body, self._told["pack"])
        elif heard.kind == Kind.FAILED:
            raise conversation.failure(heard.body)
        else:
            raise WorkerStartError("protocol")

    def _ended(self, heard: ChildMessage) -> Outcome | None:
        if heard.broken:
            raise BrokenProtocolError("message")
        status = heard.child.stop(GRACE_SECONDS)
        if heard.child not in self._announced:
            raise WorkerStartError(f"status {status}")
        return self._blame(heard.child, heard.job, reason_of_exit(status), f"status {status}")

    def _give_up_the_silent(self) -> Outcome | None:
        for child in self._children:
            silent, job = child.silent_for(), child.job
            if child not in self._announced:
                if silent > self._limits.start_s:
                    raise WorkerStartError("timeout")
            elif job and (silent > self._limits.silent_s or job.lasts() > self._limits.longest_s):
                return self._blame(child, job, Reason.DECODER_TIMEOUT, f"frame {job.frames}")
        return None

    def _blame(
        self, child: Child, job: MediaTask | None, reason: Reason, detail: str
    ) -> Outcome | None:
        """Give up a child and the medium that it worked on."""
        if child not in self._announced:
            raise WorkerStartError(detail)
        self._replace(child, job)
        if job is None or job not in self._open:
            return None
        return self._close(job, UnreadableMediaError(reason, detail))

    def _replace(self, child: Child, blamed: MediaTask | None) -> None:
        self._stop_child(child)
        innocent = child.job
        if innocent is not None and innocent is not blamed and innocent in self._open:
            # Its thread had already taken the next one.
            innocent.start_over()
            self._queue.add(innocent)
        if len(self._open) > len(self._children):
            self._start_child()

    def _close(self, job: MediaTask, result: Scan | UnreadableMediaError) -> Outcome | None:
        del self._open[job]
        job.stream.close()
        if not self._alone and may_need_memory(result):
            self._too_large.append((job.ticket, job.source))
            return None
        return job.ticket, result

    def _abandon(self) -> None:
        """Drop all work; a child that is busy is killed."""
        self._queue.clear()
        for child in list(self._children):
            if child.job is not None:
                self._stop_child(child)
        for job in self._open:
            job.stream.close()
        self._open.clear()
        self._outcomes.clear()
        self._too_large.clear()

    @property
    def _width(self) -> int:
        """Number of children that may run now."""
        return 1 if self._alone else self._count

    def _start_child(self) -> None:
        limits = self._limits
        memory = limits.memory_alone if self._alone else limits.memory
        opening = protocol.message(Kind.OPEN, memory=memory, **self._told)
        self._children.append(Child(self._command, opening, self._queue, self._inbox, limits.life))

    def _stop_child(self, child: Child) -> None:
        child.stop()
        self._children.remove(child)

    def _stop_all(self) -> None:
        for child in list(self._children):
            self._stop_child(child)
