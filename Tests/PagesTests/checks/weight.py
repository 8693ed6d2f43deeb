"""What a reader downloads, pictures and handouts apart."""

LIMIT = 1_000_000


def run(folder, report):
    files = sorted(f for f in folder.iterdir() if f.suffix in {".html", ".css", ".js"})
    for file in files:
        report.note(f"{file.stat().st_size:>9,}  {file.name}")
    total = sum(file.stat().st_size for file in files)
    over = [] if total <= LIMIT else [f"{total:,} bytes, {LIMIT:,} at most"]
    report.check(f"weight: {total:,} bytes of HTML, CSS and JavaScript", over)
