"""The demonstration data: three real centres, invented from 2015 to the day of loading.

Its totals of 2018 and of January–August 2019 are the published ones because that many
records are made; nothing here is read when a figure is measured. Every module makes
one subject from its own lots, in memory; `loading` saves them all. A year is made
whole and kept up to the day of loading; what is due around that day is `present`.
"""
