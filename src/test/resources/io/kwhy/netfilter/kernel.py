"""A host with rules in network namespaces of its own: takes packets in, tells where they come out.

Two namespaces without names, made here and gone when this process ends (at the end of stdin): the
host, with eth0, cni0 and flannel.1, and its peers, where all frames are seen. With the argument
"bridged", cni0 is a bridge with a port for each of two pods, whose frames its rules see. Commands by
line:

  load TOOL FILE                                      TOOL: e.g. nft, ipset, iptables-nft-restore+
  dump TOOL FILE                                      TOOL: e.g. iptables-nft-save, nft, nft-json
  reset                                               no rules; ip sets stay
  send ID VIA PROTOCOL SOURCE SPORT DESTINATION DPORT FLAGS    VIA: a device, or local
  collect                                             where packets came out since the last time
"""

import ctypes
import os
import select
import shutil
import socket
import struct
import subprocess
import sys
import time

LIBC = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNET = 0x40000000
PORTS = ["veth1", "veth2"] if "bridged" in sys.argv else []
DEVICES = ["eth0", "veth1", "flannel.1", "veth2"] if PORTS else ["eth0", "cni0", "flannel.1"]
PODS = dict(zip(["10.42.1.5", "10.42.1.6"], PORTS))
BRIDGE = "02:00:00:00:09:00"
MARKER = b"KWHY"
PROTOCOLS = {"icmp": 1, "tcp": 6, "udp": 17, "icmpv6": 58}
SETTLE = 0.012
TOOLS = ["ip", "bridge", "nft", "ipset"] + [
    "%s-%s-%s" % (tool, kind, job)
    for tool in ("iptables", "ip6tables") for kind in ("nft", "legacy") for job in ("restore", "save")]
os.environ["PATH"] += ":/usr/sbin:/sbin"
TABLES = {
    "raw": ["PREROUTING", "OUTPUT"],
    "mangle": ["PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"],
    "nat": ["PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"],
    "filter": ["INPUT", "FORWARD", "OUTPUT"],
}


def empty(table):
    name, chains = table
    return "*%s\n%sCOMMIT\n" % (name, "".join(":%s ACCEPT\n" % chain for chain in chains))


def call(function, *arguments):
    if function(*arguments) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def new_namespace():
    call(LIBC.unshare, CLONE_NEWNET)
    return os.open("/proc/self/ns/net", os.O_RDONLY)


def enter(namespace):
    call(LIBC.setns, namespace, CLONE_NEWNET)


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


def write(path, value):
    try:
        with open(path, "w") as file:
            file.write(value)
    except OSError:
        pass


def mac(device, peer):
    return "02:00:00:00:%02x:%02x" % (DEVICES.index(device), 1 if peer else 0)


def next_hop(via, destination):
    """A pod sends to a pod beside it without asking the host."""
    if via not in PORTS:
        return mac(via, False)
    return mac(PODS[destination], True) if destination in PODS else BRIDGE


def make_links(peers_pid):
    run("ip", "link", "set", "lo", "up")
    for name in DEVICES:
        write("/proc/sys/net/ipv6/conf/default/accept_dad", "0")
        run(*"ip link add".split(), name, "address", mac(name, False), *"type veth peer name".split(),
            name, "address", mac(name, True), "netns", str(peers_pid))
        run("ip", "link", "set", name, "up")
        write("/proc/sys/net/ipv4/conf/%s/rp_filter" % name, "0")
        write("/proc/sys/net/ipv4/conf/%s/send_redirects" % name, "0")
    if PORTS:
        make_bridge()
    for setting in ("ipv4/ip_forward", "ipv6/conf/all/forwarding"):
        write("/proc/sys/net/" + setting, "1")
    for setting in ("ipv4/icmp_ratelimit", "ipv4/conf/all/rp_filter", "ipv6/icmp/ratelimit",
                    "ipv4/conf/all/send_redirects"):
        write("/proc/sys/net/" + setting, "0")
    write("/proc/sys/net/ipv4/icmp_msgs_per_sec", "100000")


def make_bridge():
    run(*"ip link add cni0 type bridge".split())
    run("ip", "link", "set", "cni0", "address", BRIDGE, "up")
    for name in PORTS:
        run("ip", "link", "set", name, "master", "cni0")
        run("bridge", "fdb", "replace", mac(name, True), "dev", name, "master", "static")
    for name in ("conf/cni0/rp_filter", "conf/cni0/send_redirects"):
        write("/proc/sys/net/ipv4/" + name, "0")
    for name in ("iptables", "ip6tables"):
        write("/proc/sys/net/bridge/bridge-nf-call-" + name, "1")


def make_addresses(lines):
    for line in lines:
        run("ip", *line.split())
    for pod, port in PODS.items():
        run("ip", "neighbour", "replace", pod, "lladdr", mac(port, True), "dev", "cni0")


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def transport(protocol, pseudo, sport, dport, flags, payload):
    if protocol == "udp":
        head = struct.pack("!HHHH", sport, dport, 8 + len(payload), 0)
        at = 6
    elif protocol == "tcp":
        head = struct.pack("!HHIIBBHHH", sport, dport, 1000, 0, 5 << 4, flags, 1024, 0, 0)
        at = 16
    else:
        head = struct.pack("!BBHHH", flags >> 8, flags & 255, 0, sport, 1)
        at = 2
    whole = head + payload
    covered = whole if protocol == "icmp" else pseudo(len(whole)) + whole
    return whole[:at] + struct.pack("!H", checksum(covered) or 0xFFFF) + whole[at + 2:]


def packet(number, protocol, source, sport, destination, dport, flags):
    payload = MARKER + struct.pack("!I", number) + b"\0" * 8
    code = PROTOCOLS[protocol]
    v6 = ":" in source
    family = socket.AF_INET6 if v6 else socket.AF_INET
    ends = socket.inet_pton(family, source) + socket.inet_pton(family, destination)
    pseudo = lambda n: ends + (struct.pack("!IHBB", n, 0, 0, code) if v6
                               else struct.pack("!BBH", 0, code, n))
    inner = transport(protocol, pseudo, sport or number & 0xFFFF, dport, flags, payload)
    if v6:
        return struct.pack("!IHBB", 6 << 28, len(inner), code, 64) + ends + inner
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(inner), number & 0xFFFF, 0, 64, code, 0) + ends
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + inner


def dissect(data):
    """Protocol, addresses, and what is above, of an IP packet."""
    if data[0] >> 4 == 6:
        source, destination = (socket.inet_ntop(socket.AF_INET6, data[i:i + 16]) for i in (8, 24))
        return data[6], source, destination, data[40:]
    source, destination = (socket.inet_ntop(socket.AF_INET, data[i:i + 4]) for i in (12, 16))
    return data[9], source, destination, data[(data[0] & 15) * 4:]


class Host:
    def __init__(self, setup):
        peers = new_namespace()
        holder = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
        write("/proc/sys/net/ipv6/conf/default/disable_ipv6", "1")
        self.own = new_namespace()
        make_links(holder.pid)
        make_addresses(setup)
        self.holder = holder
        self.legacy = set()
        self.senders = {}
        enter(peers)
        for name in DEVICES:
            run("ip", "link", "set", name, "up")
            sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
            sniffer.bind((name, 0))
            sniffer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
            self.senders[name] = sniffer
        enter(self.own)
        self.raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
        self.raw6 = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_RAW)
        self.local = []
        for family, codes in ((socket.AF_INET, (1, 6, 17)), (socket.AF_INET6, (6, 17, 58))):
            for code in codes:
                receiver = socket.socket(family, socket.SOCK_RAW, code)
                receiver.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
                if family == socket.AF_INET6:
                    receiver.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_RECVPKTINFO, 1)
                self.local.append(receiver)
        self.ports = {}
        time.sleep(0.2)

    def load(self, tool, path):
        words = {"nft": ["nft", "-f", path], "ipset": ["ipset", "restore", "-file", path]}
        if "legacy" in tool:
            self.legacy.add(tool.rstrip("+"))
        more = ["--noflush"] if tool.endswith("+") else []
        run(*words.get(tool, [tool.rstrip("+"), *more, path]))

    def reset(self):
        run("nft", "flush", "ruleset")
        for tool in self.legacy:
            run(tool, input="".join(map(empty, TABLES.items())))
        self.legacy.clear()

    def dump(self, tool, path):
        words = {"nft": ["nft", "list", "ruleset"], "nft-json": ["nft", "-j", "list", "ruleset"],
                 "ipset": ["ipset", "save"]}
        with open(path, "w") as file:
            file.write(run(*words.get(tool, [tool])).stdout)

    def send(self, number, via, protocol, source, sport, destination, dport, flags):
        data = packet(number, protocol, source, sport, destination, dport, flags)
        self.ports[sport] = number
        if via == "local":
            self.send_here(data, ":" in source, destination)
        else:
            ends = bytes.fromhex((next_hop(via, destination) + mac(via, True)).replace(":", ""))
            kind = b"\x86\xdd" if ":" in source else b"\x08\x00"
            self.senders[via].send(ends + kind + data)

    def send_here(self, data, v6, destination):
        try:
            (self.raw6 if v6 else self.raw).sendto(data, (destination, 0))
        except OSError:
            pass  # a rule that drops in OUTPUT says so at once

    def collect(self):
        time.sleep(SETTLE)
        while True:
            every = list(self.senders.values()) + self.local
            ready = select.select(every, [], [], 0)[0]
            if not ready:
                return
            for receiver in ready:
                self.receive(receiver)

    def receive(self, receiver):
        if receiver.family == socket.AF_PACKET:
            data, address = receiver.recvfrom(2048)
            if address[2] == socket.PACKET_OUTGOING or data[12:14] not in (b"\x86\xdd", b"\x08\x00"):
                return
            self.tell("cni0" if address[0] in PORTS else address[0], *dissect(data[14:]))
        elif receiver.family == socket.AF_INET:
            self.tell("local", *dissect(receiver.recv(2048)))
        else:
            data, extra, _, address = receiver.recvmsg(2048, 256)
            to = [d[:16] for level, kind, d in extra if kind == socket.IPV6_PKTINFO]
            destination = socket.inet_ntop(socket.AF_INET6, to[0])
            self.tell("local", receiver.proto, address[0].split("%")[0], destination, data)

    def tell(self, where, protocol, source, destination, data):
        sport, dport = struct.unpack("!HH", data[:4]) if protocol in (6, 17) else (-1, -1)
        at = data.find(MARKER)
        number = struct.unpack("!I", data[at + 4:at + 8])[0] if at >= 0 else -1
        refusal = (protocol == 1 and data[0] == 3) or (protocol == 58 and data[0] == 1)
        answer = (protocol == 1 and data[0] == 0) or (protocol == 58 and data[0] == 129)
        redirect = (protocol == 1 and data[0] == 5) or (protocol == 58 and data[0] == 137)
        if answer or redirect:
            return
        if refusal and number >= 0:
            print("rejected", number)
        elif protocol == 6 and data[13] & 4 and at < 0 and dport in self.ports:
            print("rejected", self.ports[dport])
        elif number >= 0:
            print("seen", number, where, source, sport, destination, dport)


def serve(host):
    for line in sys.stdin:
        words = line.split()
        try:
            if words[0] == "load":
                host.load(words[1], words[2])
            elif words[0] == "dump":
                host.dump(words[1], words[2])
            elif words[0] == "reset":
                host.reset()
            elif words[0] == "send":
                number, via, protocol, source, sport, destination, dport, flags = words[1:]
                host.send(int(number), via, protocol, source, int(sport), destination, int(dport),
                          int(flags))
                continue
            elif words[0] == "collect":
                host.collect()
            print("ok", flush=True)
        except subprocess.CalledProcessError as failure:
            print("failed", failure.cmd[0], failure.stderr.replace("\n", " "), flush=True)


missing = [tool for tool in TOOLS if not shutil.which(tool)]
if missing:
    print("unable: not installed:", *missing, flush=True)
    sys.exit(0)
try:
    with open(sys.argv[1]) as lines:
        host = Host([line for line in lines.read().splitlines() if line])
except (OSError, subprocess.CalledProcessError) as failure:
    print("unable", failure, getattr(failure, "stderr", ""), flush=True)
    sys.exit(0)
print("ready", flush=True)
try:
    serve(host)
finally:
    host.holder.stdin.close()
    host.holder.wait()
