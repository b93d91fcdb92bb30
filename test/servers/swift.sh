#!/bin/bash
# OpenStack Swift with its S3 layer: checks signatures, and answers 501 to conditional
# writes. One machine, one device.
#
#   swift.sh FOLDER PORT ACCOUNT_PORT CONTAINER_PORT OBJECT_PORT CACHE_PORT
#
# FOLDER must lie on a file system with extended attributes. Prints "ready" once it
# answers at http://127.0.0.1:PORT, then waits. Its servers end with it, however it ends.
# Key test:tester, secret testing, region us-east-1, path style. Needs the packages
# swift-proxy, swift-account, swift-container, swift-object and memcached.
set -eu
folder=$1 port=$2
mkdir -p "$folder/srv/sdb1"
cd "$folder"
cat > swift.conf <<CONF
[swift-hash]
swift_hash_path_prefix = vectora
swift_hash_path_suffix = vectora
[storage-policy:0]
name = gold
default = yes
CONF

common() {
  cat <<CONF
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $1
workers = 0
user = $(id -un)
swift_dir = $folder
log_level = WARNING
CONF
}
storage_server() {  # name, port
  {
    common "$2"
    cat <<CONF
devices = $folder/srv
mount_check = false
disable_fallocate = true
fallocate_reserve = 0
[pipeline:main]
pipeline = $1-server
[app:$1-server]
use = egg:swift#$1
[$1-replicator]
[$1-updater]
[$1-auditor]
CONF
  } > "$1.conf"
  swift-ring-builder "$1.builder" create 4 1 1
  swift-ring-builder "$1.builder" add "r1z1-127.0.0.1:$2/sdb1" 1
  swift-ring-builder "$1.builder" rebalance
}
# Until the command succeeds, a minute at most.
await() {
  for _ in $(seq 600); do "$@" && return; sleep 0.1; done
  echo "gave up waiting for: $*"
  exit 1
}
daemon() { setpriv --pdeathsig KILL -- "$@" >>out.log 2>&1 & }

storage_server account "$3" >>out.log &
storage_server container "$4" >>out.log &
storage_server object "$5" >>out.log &
wait
{
  common "$port"
  cat <<CONF
[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth copy bulk slo dlo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
allow_account_management = true
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:$6
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
dns_compliant_bucket_names = false
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin .reseller_admin
[filter:copy]
use = egg:swift#copy
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
[filter:versioned_writes]
use = egg:swift#versioned_writes
allow_versioned_writes = true
allow_object_versioning = true
[filter:symlink]
use = egg:swift#symlink
CONF
} > proxy.conf
export SWIFT_DIR=$folder
daemon memcached -u "$(id -un)" -l 127.0.0.1 -p "$6" -U 0 -m 16
for name in account container object proxy; do daemon "swift-$name-server" "$name.conf"; done
answers() { (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; }
await answers
echo ready
exec sleep infinity
