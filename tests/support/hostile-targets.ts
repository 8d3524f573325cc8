/** Where nobody's link may lead us: inner addresses in every spelling, names of inner services, and texts that make one look like a platform's. */

/** IPv4, in every form that a URL parser takes. Each is an inner address or one that is nobody's. */
const IPV4 = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "127.0.0.1.", "127.1."],
  ...["2130706433", "0x7f000001", "0x7F.1", "0x7f.0.0.1", "0x7f.0x0.0x0.0x1", "017700000001", "0177.1"],
  ...["0177.0.0.1", "0177.0.0.01", "00000177.0x0.1", "127.0x1", "127.00000000001", "%31%32%37.0.0.1"],
  ...["１２７.0.0.1", "127。0。0。1", "127．0．0．1", "①②⑦.0.0.1", "127.0.0.%31", "⑫7.1"],
  ...["0", "0.0.0.0", "0.0.0.1", "00", "0x0", "0.", "10.0.0.1", "10.255.255.255", "10.1", "167772161"],
  ...["0xa.1", "012.0.0.1", "0x0a000001", "172.16.0.1", "172.31.255.255", "2886729729", "0xac100001"],
  ...["192.168.0.1", "192.168.1.1", "192.168.257", "3232235521", "0xc0a80001", "0300.0250.0.1"],
  ...["169.254.169.254", "169.254.43518", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.0.1"],
  ...["169.254.170.2", "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.192", "192.0.2.1"],
  ...["192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1"],
  ...["239.255.255.250", "240.0.0.1", "255.255.255.255", "4294967295"],
];

/** IPv6: loopback, link, site and unique local; IPv4 in IPv6; tunnels, translators, documentation, multicast. */
const IPV6 = [
  ...["::", "::1", "0:0:0:0:0:0:0:1", "0000:0000:0000:0000:0000:0000:0000:0001", "0::1", "::0.0.0.1"],
  ...["fe80::1", "FE80::1", "febf::1", "fec0::1", "feff::1", "fc00::1", "fd00::1", "fd00:ec2::254"],
  ...["fdff:ffff::1", "fd20:ce::254", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:0:127.0.0.1"],
  ...["0:0:0:0:0:ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:a9fe:a9fe"],
  ...["::ffff:192.168.0.1", "::127.0.0.1", "::7f00:1", "::10.0.0.1", "::a9fe:a9fe", "::ffff:0.0.0.0"],
  ...["64:ff9b::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.0.0.1", "64:ff9b:1::1"],
  ...["2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:1::1", "2002:a00:1::", "2001::1", "100::1"],
  ...["2001:0:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "5f00::1"],
  ...["ff00::1", "ff01::1", "ff02::1", "ff02::fb", "ff05::1:3", "4000::1", "1::1"],
];

/** No URL has them in its host. */
const ZONES = ["fe80::1%25eth0", "fe80::1%eth0", "::1%25lo", "fe80::1%251"];

export const LITERAL_HOSTS: readonly string[] = [...IPV4, ...[...IPV6, ...ZONES].map((host) => `[${host}]`)];

/** What a name server may answer, as it answers it. */
export const INNER_ANSWERS: readonly string[] = [
  ...IPV4.filter((address) => /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(address)),
  ...IPV6,
  "fe80::1%eth0",
];

/** Names that lead to this machine, to its neighbours or to what a cloud says to its own machines. */
export const INNER_NAMES: readonly string[] = [
  ...["localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "foo.localhost", "ip6-localhost"],
  ...["ip6-loopback", "loopback", "broadcasthost", "ｌｏｃａｌｈｏｓｔ", "loc%61lhost", "lo\u00adcalhost"],
  ...["metadata", "metadata.google.internal", "metadata.google.internal.", "metadata.goog"],
  ...["instance-data", "instance-data.ec2.internal", "kubernetes.default.svc", "kubernetes"],
  ...["kubernetes.default.svc.cluster.local", "host.docker.internal", "gateway.docker.internal"],
  ...["postgres", "redis", "db.internal", "router.lan", "printer.local", "wpad", "consul.service.consul"],
  ...["127.0.0.1.nip.io", "10.0.0.1.nip.io", "localtest.me", "lvh.me", "169.254.169.254.sslip.io"],
  ...["www.youtube.com.evil.example", "www.tiktok.com.127.0.0.1.nip.io", "amzn.to.localhost"],
];

const VIDEO = "watch?v=dQw4w9WgXcQ";

/** Whole addresses and texts that pass one of them off as a platform's, or as no web address at all. */
export const DISGUISES: readonly string[] = [
  `https://www.youtube.com@127.0.0.1/${VIDEO}`,
  `https://www.youtube.com:80@127.0.0.1/${VIDEO}`,
  `https://www.youtube.com%2f@127.0.0.1/${VIDEO}`,
  `https://www.youtube.com%00@127.0.0.1/${VIDEO}`,
  `https://www.youtube.com%20@localhost/${VIDEO}`,
  `http://127.0.0.1#@www.youtube.com/${VIDEO}`,
  `http://127.0.0.1?@www.youtube.com/${VIDEO}`,
  `http://127.0.0.1/www.youtube.com/${VIDEO}`,
  `http://127.0.0.1\\@www.youtube.com/${VIDEO}`,
  `http://127.0.0.1/\\www.youtube.com/${VIDEO}`,
  `http:\\\\127.0.0.1\\${VIDEO}`,
  `http:/127.0.0.1/${VIDEO}`,
  `http:127.0.0.1/${VIDEO}`,
  `http:///127.0.0.1/${VIDEO}`,
  `http:////127.0.0.1/${VIDEO}`,
  `//127.0.0.1/${VIDEO}`,
  `\\\\127.0.0.1\\share`,
  `/\\127.0.0.1/${VIDEO}`,
  `http://[::1]:80/${VIDEO}`,
  `http://[::ffff:127.0.0.1]@www.youtube.com@[::1]/${VIDEO}`,
  `http://@127.0.0.1/${VIDEO}`,
  `http://:@127.0.0.1/${VIDEO}`,
  `http://a:b@c@127.0.0.1/${VIDEO}`,
  `http://127.0.0.1:22/${VIDEO}`,
  `http://127.0.0.1:5432/`,
  `http://www.youtube.com:25/${VIDEO}`,
  `http://www.youtube.com:6379/${VIDEO}`,
  `https://www.youtube.com:8443/${VIDEO}`,
  `http://www.youtube.com:0/${VIDEO}`,
  `http://www.youtube.com:65536/${VIDEO}`,
  `http://www.youtube.com:-1/${VIDEO}`,
  `http://user:pass@www.youtube.com/${VIDEO}`,
  `ht\ttp://127.0.0.1/${VIDEO}`,
  `http://127.0\t.0.1/${VIDEO}`,
  `http://127.\n0.0.1/${VIDEO}`,
  `http://127.0.0.1\r\n.youtube.com/${VIDEO}`,
  `http://127.0.0.1%0d%0aHost:%20www.youtube.com/`,
  `\u0000http://127.0.0.1/`,
  `\u200bhttp://127.0.0.1/\u200b`,
  `\u202ehttp://127.0.0.1/`,
  "file:///etc/passwd",
  "file://localhost/etc/passwd",
  "file://127.0.0.1/c$/windows",
  "ftp://127.0.0.1/",
  "gopher://127.0.0.1:6379/_FLUSHALL",
  "dict://127.0.0.1:11211/stats",
  "ldap://127.0.0.1/",
  "sftp://127.0.0.1/",
  "tftp://127.0.0.1/x",
  "jar:http://127.0.0.1!/x",
  "netdoc:///etc/passwd",
  "data:text/html,<script>1</script>",
  "data:text/html;base64,PGgxPg==",
  "javascript:fetch('http://127.0.0.1/')",
  "JaVaScRiPt://www.youtube.com/%0aalert(1)",
  "vbscript:msgbox(1)",
  "ws://127.0.0.1/",
  "wss://127.0.0.1/",
  "blob:http://127.0.0.1/0",
  "view-source:http://127.0.0.1/",
  "about:blank",
  "mailto:root@localhost",
  "unix:///var/run/docker.sock",
  "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
  `https://www.youtubе.com/${VIDEO}`,
  `https://www.уoutube.com/${VIDEO}`,
  `https://www.youtube.com\u2024evil.example/${VIDEO}`,
  `https://www.youtube.com\u2044@127.0.0.1/${VIDEO}`,
  `https://xn--yutube-wqf.com/${VIDEO}`,
  "https://www.tıktok.com/@mia/video/7301234567890123456",
  "https://www.instagrаm.com/p/CxYz12ab/",
  "https://www.amazоn.com/vdp/0a1b2c3d4e",
  `https://www.youtube.com.127.0.0.1/${VIDEO}`,
  `https://127.0.0.1.www.youtube.com.evil.example/${VIDEO}`,
  `https://evil.example/?u=https://www.youtube.com/${VIDEO}`,
  `https://${"a".repeat(64)}.youtube.com/${VIDEO}`,
  `https://${"a.".repeat(200)}youtube.com/${VIDEO}`,
  `http://${"0".repeat(5_000)}177.0.0.1/`,
  `http://127.0.0.1/${"a/../".repeat(2_000)}`,
  `http://127.0.0.1/${"x".repeat(40_000)}`,
  `https://consent.youtube.com/m?continue=http://127.0.0.1/${VIDEO}`,
  "https://www.youtube.com/attribution_link?u=//127.0.0.1/watch%3Fv%3DdQw4w9WgXcQ",
  "https://www.youtube.com/signin?next=http://[::1]/watch%3Fv%3DdQw4w9WgXcQ",
  `https://www.youtube.com/oembed?url=http://localhost/${VIDEO}`,
  "https://vm.tiktok.com/..%2f..%2f127.0.0.1/",
  "https://amzn.to/@127.0.0.1",
  "https://www.instagram.com/share/p/..%2f..%2f@127.0.0.1/",
];

/** All of them as addresses to paste or to be led to. */
export const HOSTILE_TARGETS: readonly string[] = [
  ...new Set([...[...LITERAL_HOSTS, ...INNER_NAMES].map((host) => `http://${host}/${VIDEO}`), ...DISGUISES]),
];
