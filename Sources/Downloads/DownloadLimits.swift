/// How long a download may take.
public struct DownloadLimits: Sendable, Equatable {
  /// The longest wait for the start of an answer, finding and reaching the host included.
  public var connection: Duration
  /// The longest silence within an answer.
  public var idle: Duration
  /// The longest time for one answer, however lively.
  public var total: Duration
  /// How many times a mirror is asked to go on with a file that breaks off.
  public var resumptions: Int

  public init(
    connection: Duration = .seconds(10), idle: Duration = .seconds(20),
    total: Duration = .seconds(1200), resumptions: Int = 5
  ) {
    (self.connection, self.idle, self.total) = (connection, idle, total)
    self.resumptions = resumptions
  }
}
