import type { FastifyRequest } from 'fastify'

const services = new WeakMap<FastifyRequest, string>()

/** Notes which service a request calls. */
export const noteService = (request: FastifyRequest, service: string): void =>
  void services.set(request, service)

/** The service that a request called, undefined where it called none: safe to log, unlike its address. */
export const serviceOf = (request: FastifyRequest): string | undefined => services.get(request)
