-- KEYS: the sender's messages by time; when it was last over the limit; what was said of this event
-- ARGV: the event, now and the window in milliseconds, the limit, how long to remember in milliseconds
-- The server's clock only tidies up: what counts is the time given.
local said = redis.call('GET', KEYS[3])
if said then
  return said
end

local now, window, limit, remembered = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]

-- A clock that was set back leaves marks in the future.
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
redis.call('ZREMRANGEBYSCORE', KEYS[1], now + window, '+inf')
redis.call('ZADD', KEYS[1], 'NX', ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], remembered)

local verdict = 'ANSWER'
if redis.call('ZCARD', KEYS[1]) > limit then
  local over = redis.call('GET', KEYS[2])
  local flooding = over and math.abs(now - tonumber(over)) < window
  verdict = flooding and 'SILENCE' or 'SAY_ONCE'
  redis.call('SET', KEYS[2], ARGV[2], 'PX', remembered)
end
redis.call('SET', KEYS[3], verdict, 'PX', remembered)
return verdict
