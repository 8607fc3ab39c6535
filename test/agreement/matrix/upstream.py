"""Sends what mitmproxy forwards to this machine: its resolver does not know *.localhost and *.test."""


def server_connect(data):
    host, port = data.server.address
    if host.endswith((".localhost", ".test")):
        data.server.address = ("127.0.0.1", port)
