"""Placeholder."""
from armillary.findings import Findings
from armillary.reading import Reading


def find(reading: Reading, findings: Findings) -> Findings:
    return findings
