package aquila.eventlog;

import java.util.List;

/** The names that {@code EventType} is known to take; a release of Salesforce may add others. */
public final class EventTypes {

  /** What Salesforce's object reference lists under EventLogFile, and what orgs describe. */
  public static final List<String> KNOWN =
      List.of(
          ("Login Logout LoginAs API ApiTotalUsage RestApi BulkApi BulkApi2 ApexCallout"
                  + " ApexExecution ApexRestApi ApexSoap ApexTrigger ApexUnexpectedException"
                  + " AsyncReportRun AuraRequest ChangeSetOperation ConcurrentLongRunningApexLimit"
                  + " Console ContentDistribution ContentDocumentLink ContentTransfer"
                  + " ContinuationCallout ContinuationCalloutSummary CorsViolation CSPViolation"
                  + " Dashboard DocumentAttachmentDownloads ExternalCrossOrgCallout"
                  + " ExternalCustomApexCallout ExternalDataSourceCallout ExternalODataCallout"
                  + " FlowExecution GroupMembership HostnameRedirects InsecureExternalAssets"
                  + " InsufficientAccess KnowledgeArticleView LightningError LightningInteraction"
                  + " LightningLogger LightningPageView LightningPerformance MetadataApiOperation"
                  + " MultiBlockReport NamedCredential OneCommerceUsage PackageInstall"
                  + " PermissionUpdate PlatformEncryption QueuedExecution Report ReportExport"
                  + " Sandbox Search SearchClick Sites TimeBasedWorkflow TransactionSecurity"
                  + " UITracking URI VisualforceRequest WaveChange WaveDownload WaveInteraction"
                  + " WavePerformance")
              .split(" "));

  private EventTypes() {}
}
