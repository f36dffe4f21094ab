"""The screen of a VT100 as far as ncurses draws on one: enough to read what is shown."""
import re
import unicodedata

CONTROL = re.compile(r"\x1b(?:\[([0-9;?<>=]*)([@-~])|[()][0-9A-B]|\][^\x07\x1b]*(?:\x07|\x1b\\)|([^\[\]()]))")


class Screen:
    """Lines of characters and a cursor."""

    def __init__(self, lines, columns):
        self.lines, self.columns = lines, columns
        self.rest = b""
        self.clear()

    @property
    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def clear(self):
        self.cells = [[" "] * self.columns for _ in range(self.lines)]
        self.row = self.column = 0
        self.kept = (0, 0)
        self.top, self.bottom = 0, self.lines - 1

    def feed(self, data):
        data = self.rest + data
        text = data.decode("utf-8", "ignore")
        # A sequence or a character may end in the next piece.
        start = text.rfind("\x1b")
        whole = start < 0 or CONTROL.match(text, start)
        if not whole and len(text) - start < 64:
            cut = data.rfind(b"\x1b")
            text, self.rest = text[:start], data[cut:]
        else:
            self.rest = unfinished(data)
        place = 0
        while place < len(text):
            found = CONTROL.match(text, place) if text[place] == "\x1b" else None
            if found:
                self.control(found)
                place = found.end()
            else:
                self.put(text[place])
                place += 1

    def put(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.down()
        elif character == "\b":
            self.column = max(min(self.column, self.columns - 1) - 1, 0)
        elif character == "\t":
            self.column = min((self.column // 8 + 1) * 8, self.columns - 1)
        elif character >= " " and character != "\x7f" and not unicodedata.combining(character):
            if self.column >= self.columns:
                self.column = 0
                self.down()
            self.cells[self.row][self.column] = character
            self.column += 1
            if unicodedata.east_asian_width(character) in "WF" and self.column < self.columns:
                self.cells[self.row][self.column] = ""
                self.column += 1

    def down(self):
        if self.row == self.bottom:
            del self.cells[self.top]
            self.cells.insert(self.bottom, [" "] * self.columns)
        else:
            self.row = min(self.row + 1, self.lines - 1)

    def up(self):
        if self.row == self.top:
            del self.cells[self.bottom]
            self.cells.insert(self.top, [" "] * self.columns)
        else:
            self.row = max(self.row - 1, 0)

    def control(self, found):
        parameters, final, single = found.groups()
        if single == "M":
            self.up()
        elif single == "7":
            self.kept = (self.row, self.column)
        elif single == "8":
            self.row, self.column = self.kept
        elif final and not parameters.startswith(("?", "<", ">", "=")):
            numbers = [int(number or 0) for number in parameters.split(";")]
            self.move(final, numbers[0], numbers)

    def move(self, final, number, numbers):
        step = max(number, 1)
        if final == "H":
            self.row = min(step, self.lines) - 1
            self.column = min(max(numbers[1] if len(numbers) > 1 else 1, 1), self.columns) - 1
        elif final in "AB":
            self.row = min(max(self.row + (step if final == "B" else -step), 0), self.lines - 1)
        elif final in "CD":
            self.column = min(max(self.column + (step if final == "C" else -step), 0), self.columns - 1)
        elif final == "J":
            self.erase(number, rows=True)
        elif final == "K":
            self.erase(number, rows=False)
        elif final == "r":
            self.bottom = min(numbers[1] if len(numbers) > 1 and numbers[1] else self.lines, self.lines) - 1
            self.top = min(step - 1, self.bottom)
            self.row = self.column = 0

    def erase(self, kind, rows):
        column = min(self.column, self.columns - 1)
        start, end = (column, self.columns) if kind == 0 else (0, column + 1) if kind == 1 else (0, self.columns)
        self.cells[self.row][start:end] = [" "] * (end - start)
        if rows:
            below = range(self.row + 1, self.lines) if kind == 0 else range(self.row) if kind == 1 else range(self.lines)
            for row in below:
                self.cells[row] = [" "] * self.columns


def unfinished(data):
    """The bytes at the end that begin a character which is not whole."""
    for length in range(1, min(4, len(data)) + 1):
        byte = data[-length]
        if byte < 0x80:
            return b""
        if byte >= 0xC0:
            needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return data[-length:] if length < needed else b""
    return b""
