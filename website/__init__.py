"""The site (`make site`): the book, the loss atlas, the guides and the reference as pages that need no server.

The pages are written as Markdown by `chapters`, `atlas` and `guides`, Sphinx makes HTML of them, and `links` looks
whether every link of every page leads somewhere. Nothing is fetched when a page is read.
"""
