"""What pages say of the scan: which model packs look, and what another version looked at."""
