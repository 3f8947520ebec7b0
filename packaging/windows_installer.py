"""Build the installer for Windows with NSIS, which also runs on Linux."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def build(program: Path, goal: Path, version: str) -> Path:
    """Pack the frozen program for Windows into an installer; return its path."""
    from icons import write_ico

    icon = program.parent / "mirror.ico"
    write_ico(icon)
    installer = goal / f"mirror-{version}-windows-x64.exe"
    settings = {"VERSION": version, "PROGRAM": program, "GOAL": installer, "ICON": icon}
    defined = [f"-D{name}={value}" for name, value in settings.items()]
    script = HERE / "windows" / "installer.nsi"
    subprocess.run(["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defined, str(script)], check=True)
    return installer
