"""The custody log in the report, and what was done in a case, in English."""

CUSTODY = {
    "report.custody": "Custody log: what was done in the case",
    "report.custody.what": (
        "The program notes every step in its custody log, in which each entry holds the hash of "
        "the one before. The whole log is in the bundle (data/custody.jsonl)."
    ),
    "report.custody.ok": "Every entry of the log fits the one before.",
    "report.custody.broken": "The log was changed: entries were edited, moved or taken away.",
    "report.custody.no_check": (
        "The custody log was changed, so what it says of a comparison of faces is not repeated "
        "here."
    ),
    "report.custody.unlike": (
        "The decisions that the case keeps are not those that the log noted (item no. {items}). "
        "They were changed by other means than this program. What was decided stands in the log "
        "(data/custody.jsonl)."
    ),
    "report.custody.entries": "Entries",
    "report.custody.head": "Last entry (SHA-256)",
    "report.custody.step": "Step",
    "report.custody.count": "Times",
    "report.custody.first": "First",
    "report.custody.last": "Last",
    "report.step.created": "case made",
    "report.step.unlock": "case opened",
    "report.step.add": "content taken in",
    "report.step.attest": "stated whose face is checked",
    "report.step.check": "faces compared",
    "report.step.view": "item looked up",
    "report.step.reveal": "picture looked at",
    "report.step.decided": "decision",
    "report.step.decision-taken-back": "decision taken back",
    "report.step.check-copy-written": "check copy made",
    "report.step.signing-key-made": "signing key made",
    "report.step.export": "bundle begun",
    "report.step.exported": "bundle made",
    "report.step.export-stopped": "bundle given up",
    "report.step.compared": "bundle compared with the case",
    "report.step.sources": "own photos looked at for a lead",
    "report.step.hash-list": "list of hashes made",
    "report.step.provenance": "said where items are from",
    "report.step.capture": "item marked as a screen capture",
    "report.step.capture-taken-back": "mark of a screen capture taken back",
    "report.step.beside": "unlocked files put beside a bundle",
    "report.step.forgotten": "note of an item without a file dropped",
    "report.step.passphrase-changed": "passphrase changed",
}
