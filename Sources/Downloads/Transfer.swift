import CCurl
import Foundation
import Synchronization

/// One HTTP answer, delivered piece by piece and never waited for longer than the limits say.
final class Transfer: Sendable {
  /// What happens in an answer, in order: one head, then the bytes of its body.
  enum Event: Sendable {
    case head(AnswerHead)
    case bytes(Data)
  }

  typealias Events = AsyncThrowingStream<Event, any Error>

  private struct State {
    var hasEnded = false
    var lines: [String] = []
    var hasAnswer = false
    var hasHead = false
    var received = 0
    var lastSign = ContinuousClock.now
  }

  private static let isLoaded = ccurl_load()
  private static let mostRedirections = 5
  private static let mostLines = 200

  private let url: String
  private let range: String?
  private let field: String?
  private let mostBytes: Int
  private let limits: DownloadLimits
  private let continuation: Events.Continuation
  private let state = Mutex(State())

  /// Asks for `url`, from byte `offset` on where the server still has what `validator` stands for.
  ///
  /// The events end with a `MirrorFailure` where the answer is not a whole one, and where it brings
  /// more than `mostBytes`.
  static func events(
    of url: URL, from offset: Int = 0, validator: String? = nil, mostBytes: Int,
    limits: DownloadLimits
  ) -> Events {
    let (events, continuation) = Events.makeStream()
    let transfer = Transfer(
      url: url.absoluteString, range: offset > 0 ? "\(offset)-" : nil,
      field: offset > 0 ? validator.map { "If-Range: \($0)" } : nil, mostBytes: mostBytes,
      limits: limits, continuation: continuation)
    transfer.start()
    return events
  }

  private init(
    url: String, range: String?, field: String?, mostBytes: Int, limits: DownloadLimits,
    continuation: Events.Continuation
  ) {
    (self.url, self.range, self.field, self.mostBytes) = (url, range, field, mostBytes)
    (self.limits, self.continuation) = (limits, continuation)
  }

  private func start() {
    let begin = ContinuousClock.now
    let watch = Task { await self.watch(since: begin) }
    continuation.onTermination = { _ in
      watch.cancel()
      self.state.withLock { $0.hasEnded = true }
    }
    // The library's call waits: on a thread of the pool, it would hold up other tasks.
    Thread.detachNewThread { self.perform() }
  }

  private func perform() {
    guard Self.isLoaded else {
      return continuation.finish(throwing: MirrorFailure.noClient)
    }
    let result = url.withCString { url in
      range.withCString { range in
        field.withCString { field in
          var request = ccurl_request(
            url: url, range: range, field: field, most_redirections: Self.mostRedirections,
            context: Unmanaged.passUnretained(self).toOpaque(),
            head: { context, line, count in
              let text = UnsafeRawBufferPointer(start: line, count: count)
              Transfer.from(context)?.take(line: String(decoding: text, as: UTF8.self))
            },
            body: { context, bytes, count in
              Transfer.from(context)?.take(UnsafeRawBufferPointer(start: bytes, count: count))
                ?? false
            },
            stops: { Transfer.from($0)?.state.withLock(\.hasEnded) ?? true })
          return ccurl_get(&request)
        }
      }
    }
    finish(result)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Keeps a line of the header; a status line begins another answer.
  private func take(line: String) {
    state.withLock { state in
      if line.hasPrefix("HTTP/") { state.lines = [] }
      if !state.hasAnswer { state.lastSign = .now }
      state.hasAnswer = true
      if state.lines.count < Self.mostLines { state.lines.append(line) }
    }
  }

  /// Delivers bytes of the body, after the head; `false` ends the transfer.
  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard deliverHead() else { return false }
    let received = state.withLock { state in
      state.lastSign = .now
      state.received += min(bytes.count, mostBytes)
      return state.received
    }
    guard received <= mostBytes else {
      continuation.finish(throwing: MirrorFailure.tooLarge(limit: mostBytes))
      return false
    }
    continuation.yield(.bytes(Data(bytes)))
    return !state.withLock(\.hasEnded)
  }

  /// Delivers the head once; `false` where the lines are none.
  private func deliverHead() -> Bool {
    let (head, isFirst) = state.withLock { state in
      defer { state.hasHead = true }
      return (AnswerHead(lines: state.lines), !state.hasHead)
    }
    if let head, isFirst { continuation.yield(.head(head)) }
    return head != nil
  }

  private func finish(_ result: ccurl_result) {
    if result == ccurl_done, deliverHead() { return continuation.finish() }
    let hasAnswer = state.withLock(\.hasAnswer)
    let failure: MirrorFailure =
      switch result {
      case ccurl_unknown_host: .unknownHost
      case ccurl_unreachable: .unreachable
      case ccurl_insecure: .insecure
      case ccurl_timed_out: .silent
      case ccurl_bad_redirection where hasAnswer: .redirected
      default: hasAnswer ? .brokenOff : .noAnswer
      }
    continuation.finish(throwing: failure)
  }

  /// Ends the transfer when it takes longer than a limit.
  private func watch(since begin: ContinuousClock.Instant) async {
    while !Task.isCancelled {
      let (hasAnswer, lastSign) = state.withLock { ($0.hasAnswer, $0.lastSign) }
      let silence = lastSign + (hasAnswer ? limits.idle : limits.connection)
      let end = begin + limits.total
      if ContinuousClock.now >= min(silence, end) {
        return continuation.finish(
          throwing: silence < end ? MirrorFailure.silent : MirrorFailure.tooSlow)
      }
      try? await Task.sleep(until: min(silence, end), clock: .continuous)
    }
  }
}

extension Optional<String> {
  /// Calls `body` with the text's bytes, or with `nil`.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    switch self {
    case .some(let text): text.withCString(body)
    case .none: body(nil)
    }
  }
}
