"""A slow line between a desk and a server."""
import contextlib
import heapq
import select
import socket
import threading
import time


class Link:
    """Passes on what comes to a port of this machine, each piece after so many seconds (`delay`), both ways."""

    def __init__(self, server, delay=0.0):
        self.server, self.delay = server, delay
        # Once this was passed on to the server, the line is cut before it answers.
        self.cut_after = None
        self.listener = socket.create_server(("127.0.0.1", 0))
        # Each end with the other one; those that may still say something.
        self.peers, self.speaking = {}, set()
        # When, in which order, where to, what; nothing is the end.
        self.waiting, self.count = [], 0
        self.is_open = True
        self.thread = threading.Thread(target=self.run, daemon=True)

    @property
    def address(self):
        """The server's connection string by way of this line."""
        port = self.listener.getsockname()[1]
        return f"host=127.0.0.1 port={port} {self.server.address.split(' ', 1)[1]}"

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_open = False
        self.thread.join()
        for end in [*self.peers, self.listener]:
            end.close()

    def run(self):
        while self.is_open:
            due = self.waiting[0][0] - time.monotonic() if self.waiting else 0.1
            ready, _, _ = select.select([self.listener, *self.speaking], [], [], min(max(due, 0), 0.1))
            for end in ready:
                if end is self.listener:
                    self.connect()
                else:
                    self.take(end)
            while self.waiting and self.waiting[0][0] <= time.monotonic():
                self.give(*heapq.heappop(self.waiting)[2:])

    def connect(self):
        near, _ = self.listener.accept()
        near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        far = socket.socket(socket.AF_UNIX)
        try:
            far.connect(str(self.server.socket / ".s.PGSQL.5432"))
        except OSError:
            near.close()
            far.close()
            return
        self.peers[near], self.peers[far] = far, near
        self.speaking |= {near, far}

    def take(self, end):
        data = b""
        with contextlib.suppress(OSError):
            data = end.recv(1 << 16)
        if not data:
            self.speaking.discard(end)
        if self.cut_after and self.cut_after in data:
            self.cut_after = None
            self.peers[end].sendall(data)
            # It carries out what it was told.
            time.sleep(0.2)
            self.give(end, b"")
            return
        heapq.heappush(self.waiting, (time.monotonic() + self.delay, self.count, self.peers[end], data))
        self.count += 1

    def give(self, end, data):
        if data:
            with contextlib.suppress(OSError):
                end.sendall(data)
            return
        for closed in (end, self.peers.get(end)):
            self.speaking.discard(closed)
            if self.peers.pop(closed, None):
                closed.close()
