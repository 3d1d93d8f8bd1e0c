"""The demonstration data: an invented 2015–2019 of three real centres.

Its totals of 2018 and of January–August 2019 are the published ones because that many
records are made; nothing here is read when a figure is measured. Every module makes
one subject from its own lots, in memory; `loading` saves them all. What is due now is
dated by the day of loading (`present`) and falls into none of those years.
"""
