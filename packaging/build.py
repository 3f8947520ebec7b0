"""Build what is given away, into dist/: on Linux a Debian package and a portable archive.

python packaging/build.py

It works offline from the packages that are installed (`make package` installs what is locked). Two
builds of one commit are the same byte for byte: times are that of the commit, names are sorted.
"""

import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from bill_of_materials import bill_of_materials  # noqa: E402

from tools.third_party import shipped  # noqa: E402

DIST = ROOT / "dist"
WORK = ROOT / "build" / "frozen"
HERE = ROOT / "packaging"
VERSION = version("geoul")
ARCHITECTURE = "amd64"
PRESET = 6
"""Of XZ: 9 takes twice as long for 3% less."""


def commit_time() -> int:
    """Return the time of the commit, seconds since 1970: that of every file in what is built."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(given or subprocess.check_output(command, text=True))


def frozen(when: int) -> Path:
    """Freeze the program; return its folder."""
    for old in (WORK, DIST):
        shutil.rmtree(old, ignore_errors=True)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(when),
        "PYTHONHASHSEED": "0",  # the order of names in compiled modules
        "PYINSTALLER_CONFIG_DIR": str(WORK / "cache"),
    }
    places = ["--distpath", str(WORK / "program"), "--workpath", str(WORK / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places]
    subprocess.run([*command, str(HERE / "geoul.spec")], check=True, env=environment, cwd=ROOT)
    program = WORK / "program" / "geoul"
    inside = program / "_internal"
    if sys.platform == "linux":
        strip_symbols(inside)
    _add_licences(inside / "licences")
    bill = bill_of_materials(VERSION, when, shipped())
    (program / "geoul.cdx.json").write_text(bill, "utf-8")
    return program


def strip_symbols(folder: Path) -> None:
    """Take the debug symbols out of all libraries that can do without.

    The makers of wheels rename libraries with a tool that moves parts of them about. What is
    stripped after that may no longer fit into pages of memory, and is left as it was.
    """
    for library in folder.rglob("*.so*"):
        if library.is_symlink():
            continue
        bare = library.with_name(library.name + ".bare")
        command = ["strip", "--strip-unneeded", "-o", str(bare), str(library)]
        stripped = subprocess.run(command, check=False)
        if stripped.returncode == 0 and _fits_into_pages(bare):
            bare.replace(library)
        else:
            bare.unlink(missing_ok=True)


def _fits_into_pages(library: Path) -> bool:
    """Whether each part that is loaded lies in the file as it does in memory (ELF)."""
    command = ["readelf", "--program-headers", "--wide", str(library)]
    for line in subprocess.check_output(command, text=True).splitlines():
        words = line.split()
        if words[:1] == ["LOAD"]:
            offset, address, page = (int(words[at], 16) for at in (1, 2, -1))
            if (offset - address) % page:
                return False
    return True


def _add_licences(folder: Path) -> None:
    for package in shipped():
        for text in package.texts:
            goal = folder / package.name / text.name
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, goal)


def tar_xz(goal: Path, members: list[tuple[str, Path]], when: int) -> None:
    """Write a tar archive in which only names, contents and modes tell anything."""
    with tarfile.open(goal, "w:xz", preset=PRESET, format=tarfile.PAX_FORMAT) as archive:
        for name, path in sorted(members):
            entry = archive.gettarinfo(path, name)
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = ""
            entry.mtime = when
            entry.mode = 0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)


def tree(folder: Path, at: str) -> list[tuple[str, Path]]:
    """Return all that is in a folder, with its name in an archive."""
    return [(at, folder)] + [
        (f"{at}/{path.relative_to(folder).as_posix()}", path) for path in folder.rglob("*")
    ]


def debian_package(program: Path, when: int) -> Path:
    """Build the Debian package of the frozen program."""
    root = WORK / "debian"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / "usr/lib/geoul", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/geoul").symlink_to("../lib/geoul/geoul")
    for name, place in (
        ("org.geoul.Geoul.desktop", "applications"),
        ("org.geoul.Geoul.svg", "icons/hicolor/scalable/apps"),
        ("org.geoul.Geoul.metainfo.xml", "metainfo"),
    ):
        goal = root / "usr/share" / place / name
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_text((HERE / "linux" / name).read_text("utf-8"), "utf-8")
    documents = root / "usr/share/doc/geoul"
    documents.mkdir(parents=True)
    notice = (HERE / "linux" / "copyright").read_text("utf-8")
    (documents / "copyright").write_text(notice, "utf-8")
    packed = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=when)
    (documents / "changelog.gz").write_bytes(packed)
    size = sum(p.lstat().st_size for p in root.rglob("*") if not p.is_dir()) // 1024
    control = (HERE / "linux" / "control").read_text("utf-8")
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(
        control.format(version=VERSION, architecture=ARCHITECTURE, size=size), "utf-8"
    )
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (when, when), follow_symlinks=False)
    goal = DIST / f"geoul_{VERSION}_{ARCHITECTURE}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", f"-z{PRESET}", "-Zxz", "--build", str(root), str(goal)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(when)},
        stdout=subprocess.DEVNULL,
    )
    return goal


def portable_archive(program: Path, when: int) -> Path:
    """Build the archive that runs from wherever it is unpacked."""
    name = f"geoul-{VERSION}-linux-x86_64"
    goal = DIST / f"{name}.tar.xz"
    members = tree(program, name)
    members.append((f"{name}/READ-ME.txt", HERE / "linux" / "READ-ME.txt"))
    kept = WORK / "data"
    kept.mkdir(exist_ok=True)
    members.append((f"{name}/data", kept))
    tar_xz(goal, members, when)
    return goal


def sizes(program: Path) -> dict[str, int]:
    """Return how many MB each large part of the program takes."""
    parts: dict[str, int] = {}
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(program).parts
            part = inside[1] if len(inside) > 2 else "other files"
            name = part.removesuffix(".libs")
            parts[name] = parts.get(name, 0) + path.stat().st_size
    ordered = sorted(parts.items(), key=lambda part: -part[1])
    return {name: round(size / 1e6) for name, size in ordered if size >= 5e6}


def main() -> int:
    """Build everything for this system; print what was built."""
    when = commit_time()
    program = frozen(when)
    DIST.mkdir()
    built = [program / "geoul.cdx.json"]
    if sys.platform == "linux":
        built += [debian_package(program, when), portable_archive(program, when)]
    elif sys.platform == "win32":
        import windows_installer

        built.append(windows_installer.build(program, DIST, VERSION))
    else:
        import mac_image

        built.append(mac_image.build(WORK / "program" / "Mirror.app", DIST, VERSION))
    shutil.copyfile(built[0], DIST / built[0].name)
    sums = io.StringIO()
    for path in sorted(DIST.iterdir()):
        sums.write(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    (DIST / "SHA256SUMS").write_text(sums.getvalue(), "utf-8", newline="\n")
    unpacked = sum(p.lstat().st_size for p in program.rglob("*") if p.is_file())
    told = {
        "unpacked_mb": round(unpacked / 1e6),
        "packed_mb": {path.name: round(path.stat().st_size / 1e6, 1) for path in built[1:]},
        "parts_mb": sizes(program),
    }
    print(json.dumps(told, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
