/**
 * The kinds that do not follow the rule, by message. The rule: `compute#` and the name of the message with a small first
 * letter. The comments of the descriptors disagree with the API's own default values in 21 places, so that they count here
 * only where the discovery document has no value.
 */
export const irregularKinds: { readonly [message: string]: string } = {
  // Default values of the discovery document, as gcloud's messages have them.
  BackendServiceListUsable: 'compute#usableBackendServiceList',
  InstanceGroupManagerResizeRequestsListResponse: 'compute#instanceGroupManagerResizeRequestList',
  InterconnectAttachmentGroupsListResponse: 'compute#interconnectAttachmentGroup',
  InterconnectGroup: 'compute#InterconnectGroup',
  InterconnectGroupsListResponse: 'compute#InterconnectGroup',
  NetworkProfilesListResponse: 'compute#networkProfileList',
  ReservationBlocksListResponse: 'compute#reservationBlock',
  ReservationSubBlocksListResponse: 'compute#reservationSubBlock',
  // Comments of the descriptors.
  BackendBucketListUsable: 'compute#usableBackendBucketList',
  FutureReservationsListResponse: 'compute#FutureReservationsListResponse',
  RegionInstanceGroupManagerResizeRequestsListResponse: 'compute#regionInstanceGroupManagerResizeRequestList',
  VmExtensionPolicyAggregatedListResponse: 'compute#VmExtensionPolicyAggregatedList',
}
