// Every store does the same: the suite of all stores against S3 servers.
#include "test/s3/server.h"
#include "vectora/store/object_store_conformance.h"

namespace vectora::store {
namespace {

StoreCase bucket_of(const std::string& name, s3::Server& (*server)()) {
  const auto open = [server]() -> std::shared_ptr<ObjectStore> {
    return server().why_not().empty() ? server().open_new_bucket() : nullptr;
  };
  return {name, open, [server] { return server().why_not(); }};
}

const auto kName = [](const auto& instance) { return instance.param.name; };

INSTANTIATE_TEST_SUITE_P(Radosgw, ObjectStoreConformance,
                         ::testing::Values(bucket_of("Ceph", s3::Server::radosgw)), kName);
INSTANTIATE_TEST_SUITE_P(Swift, ObjectStoreConformance,
                         ::testing::Values(bucket_of("OpenStack", s3::Server::swift)), kName);

}  // namespace
}  // namespace vectora::store
