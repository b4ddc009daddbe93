"""Measurements that inform and never gate: `make bench`."""
