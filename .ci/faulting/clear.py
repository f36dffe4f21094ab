"""Finds texts that lie in clear in files or in their names."""

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def found(folder, texts, without=()):
    """Which of the texts lie in which file below a folder; the files in `without` are left out.

    The texts have to be long enough never to come about by chance in what is sealed.
    """
    if short := [text for text in texts if len(text) < 6]:
        raise ValueError(f"too short: {short}")
    needles = {(text, form.encode(encoding)) for text in texts for form in (text, text.lower(), text.upper())
               for encoding in ENCODINGS}
    places = []
    for path in sorted(folder.rglob("*")):
        if path in without:
            continue
        name = str(path.relative_to(folder)).encode("utf-8", "surrogateescape")
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        places += [f"{text} in {path.relative_to(folder)}" for text, needle in needles
                   if needle in content or needle in name]
    return sorted(set(places))


def open_to_others(folder):
    """The files and folders that others than their owner may look into."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*")
            if not path.is_symlink() and path.stat().st_mode & 0o077]
