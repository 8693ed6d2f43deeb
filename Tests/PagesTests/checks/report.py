"""One line per check, then a summary."""


class Report:
    shown = 40

    def __init__(self):
        self.passed = 0
        self.failed = []

    def check(self, name, problems=()):
        """Passes when `problems` is empty; each problem is a line below the check's own."""
        problems = list(dict.fromkeys(str(problem) for problem in problems))
        if not problems:
            self.passed += 1
            print(f"ok    {name}", flush=True)
            return
        self.failed.append(name)
        print(f"FAIL  {name}")
        for problem in problems[: self.shown]:
            print(f"      {problem}")
        if len(problems) > self.shown:
            print(f"      … and {len(problems) - self.shown} more")
        print(end="", flush=True)

    def note(self, text):
        print(f"      {text}", flush=True)

    def summary(self):
        """Prints how many checks passed, and gives the exit status."""
        print(f"\n{self.passed} checks passed, {len(self.failed)} failed.")
        for name in self.failed:
            print(f"  failed: {name}")
        return 1 if self.failed else 0
