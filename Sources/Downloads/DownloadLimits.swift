/// How long a download may take.
public struct DownloadLimits: Sendable, Equatable {
  /// The longest wait for the start of an answer, finding and reaching the host included.
  public var connection: Duration
  /// The longest wait for the first bytes of a file, all mirrors together; as long as they take where
  /// there is none.
  public var start: Duration?
  /// The longest silence within an answer.
  public var idle: Duration
  /// The longest time for one answer, however lively.
  public var total: Duration
  /// How many times a mirror is asked to go on with a file that breaks off.
  public var resumptions: Int

  public init(
    connection: Duration = .seconds(10), start: Duration? = nil, idle: Duration = .seconds(20),
    total: Duration = .seconds(1200), resumptions: Int = 5
  ) {
    (self.connection, self.start) = (connection, start)
    (self.idle, self.total, self.resumptions) = (idle, total, resumptions)
  }

  /// For a download that nobody asked for: five seconds at most, unless a file begins to come.
  public static let unasked = DownloadLimits(
    connection: .seconds(3), start: .seconds(5), idle: .seconds(5), resumptions: 1)

  /// The same with this wait for an answer, for the first bytes, and within an answer.
  public func waiting(_ patience: Duration) -> DownloadLimits {
    var limits = self
    (limits.connection, limits.start, limits.idle) = (
      patience, start.map { _ in patience }, patience
    )
    return limits
  }

  /// The same, but no answer may begin after `end`.
  func beginning(before end: ContinuousClock.Instant) -> DownloadLimits {
    var limits = self
    limits.connection = min(connection, max(.zero, end - .now))
    return limits
  }
}
