"""Parsers of workbooks, run in a process of their own (`python -m …parsers FILE`).

A workbook can be made to exhaust memory or to crash a parser; here that ends a process
with bounded memory and time, never the web server or the worker. Nothing in this
package knows Django. What is read goes to standard output as pickled messages:
("sheet", {…}), ("rows", [(number, cells, is_hidden, struck columns), …]),
("seen", {…}) after a sheet's rows, and at the end ("done",) or ("refused", why, {…}).
"""
